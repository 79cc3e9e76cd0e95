# ordalag_embed(<target> <name> FILES ...): puts files into a library as a table of texts.
#
# Adds a source to <target> that defines `std::span<const EmbeddedFile> <name>()`, declared in
# core/base/embedded_file.hpp; each file goes by its name without folder.
function(ordalag_embed target name)
  cmake_parse_arguments(ARG "" "" "FILES" ${ARGN})
  set(files "")
  foreach(file ${ARG_FILES})
    cmake_path(ABSOLUTE_PATH file NORMALIZE OUTPUT_VARIABLE absolute)
    list(APPEND files ${absolute})
  endforeach()
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
  string(REPLACE ";" "|" joined "${files}")
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -D NAME=${name} -D "FILES=${joined}" -D OUTPUT=${output}
            -P ${CMAKE_SOURCE_DIR}/cmake/write_embedded.cmake
    DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/write_embedded.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
