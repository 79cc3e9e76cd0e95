# ordalag_room(<name> SOURCES ... HEADERS ... [ROOMS ...] [LINKS ...])
#
# One folder is one static library `ordalag_<name>`. SOURCES and HEADERS are the room's inventory:
# they are listed, never globbed. ROOMS are the rooms it may use, LINKS outside libraries.
# With ORDALAG_TESTS every header is also compiled alone, so that each one includes what it needs.
function(ordalag_room name)
  cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS;ROOMS;LINKS" ${ARGN})
  add_library(ordalag_${name} STATIC ${ARG_SOURCES} ${ARG_HEADERS})
  target_include_directories(ordalag_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  list(TRANSFORM ARG_ROOMS PREPEND ordalag_)
  target_link_libraries(ordalag_${name} PUBLIC ordalag_options ${ARG_ROOMS} PRIVATE ${ARG_LINKS})

  if(ORDALAG_TESTS)
    set(units "")
    foreach(header ${ARG_HEADERS})
      set(unit ${CMAKE_CURRENT_BINARY_DIR}/alone/${header}.cpp)
      cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY ${CMAKE_SOURCE_DIR}
                 OUTPUT_VARIABLE folder)
      file(CONFIGURE OUTPUT ${unit} CONTENT "#include \"${folder}/${header}\"\n")
      list(APPEND units ${unit})
    endforeach()
    if(units)
      add_library(headers_${name} OBJECT EXCLUDE_FROM_ALL ${units})
      target_link_libraries(headers_${name} PRIVATE ordalag_${name} ${ARG_LINKS})
      add_dependencies(header_check headers_${name})
    endif()
  endif()
endfunction()

if(ORDALAG_TESTS)
  add_custom_target(header_check)
endif()

# ordalag_test(<name> SOURCES ... [ROOMS ...] [LINKS ...]): one GoogleTest program, each case a ctest.
function(ordalag_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;ROOMS;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  list(TRANSFORM ARG_ROOMS PREPEND ordalag_)
  target_link_libraries(${name} PRIVATE ${ARG_ROOMS} ${ARG_LINKS} GTest::gtest_main GTest::gmock)
  target_compile_definitions(${name} PRIVATE
    ORDALAG_SOURCE_DIR="${CMAKE_SOURCE_DIR}" ORDALAG_BINARY_DIR="${CMAKE_BINARY_DIR}")
  add_test(NAME ${name} COMMAND ${name})
endfunction()
