# Every outside library, found once. The rooms that may use each are named in docs/ARCHITECTURE.md.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS program_options json)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(ZLIB REQUIRED)
find_package(tl-expected REQUIRED)
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core>=1.4.22)
pkg_check_modules(TOMLPP REQUIRED IMPORTED_TARGET tomlplusplus)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(EDLIB REQUIRED IMPORTED_TARGET edlib-1)
pkg_check_modules(POPPLER REQUIRED IMPORTED_TARGET poppler-cpp)
pkg_check_modules(LIBARCHIVE REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(PUGIXML REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(LIBXML2 REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)
pkg_check_modules(SYSTEMD REQUIRED IMPORTED_TARGET libsystemd)
pkg_check_modules(PROMETHEUS REQUIRED IMPORTED_TARGET prometheus-cpp-core)
find_path(DTL_INCLUDE_DIR dtl/dtl.hpp REQUIRED)
if(ORDALAG_TESTS)
  find_package(GTest REQUIRED)
endif()
if(ORDALAG_BENCH)
  find_package(benchmark REQUIRED)
  pkg_check_modules(SQLITE3 REQUIRED IMPORTED_TARGET sqlite3)  # compared with
endif()

# Compiler options that every target shares.
add_library(ordalag_options INTERFACE)
target_compile_options(ordalag_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                       -Wcast-qual -Wconversion -Wno-sign-conversion)
# g++ 12 warns falsely of std::string at -O2 and above (GCC bug 105651).
target_compile_options(ordalag_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
target_link_libraries(ordalag_options INTERFACE tl::expected)
if(ORDALAG_WERROR)
  target_compile_options(ordalag_options INTERFACE -Werror)
endif()
if(ORDALAG_SANITIZE)
  # What the sanitizers add to the code makes g++ 12 take members of std::expected-like unions for unset.
  target_compile_options(ordalag_options INTERFACE
                         $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_compile_options(ordalag_options INTERFACE -fsanitize=${ORDALAG_SANITIZE}
                         -fno-omit-frame-pointer)
  target_link_options(ordalag_options INTERFACE -fsanitize=${ORDALAG_SANITIZE})
endif()
