// The door at which Xapian's exceptions stop. Included by the sources that include <xapian.h>.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <utility>

#include "core/base/result.hpp"

namespace ordalag {

// Runs `work`; what Xapian or the file system throws comes back as an error.
template <class Work>
Status at_door(Work&& work) {
  try {
    std::forward<Work>(work)();
    return {};
  } catch (const Xapian::DatabaseLockError& error) {
    return fail(ErrorCode::kLocked, error.get_msg());
  } catch (const Xapian::DatabaseError& error) {
    return fail(ErrorCode::kIndexCorrupt, error.get_msg(), error.get_context());
  } catch (const Xapian::RangeError& error) {  // numbers too large to have been written
    return fail(ErrorCode::kIndexCorrupt, error.get_msg(), error.get_context());
  } catch (const Xapian::Error& error) {
    return fail(ErrorCode::kInternal, std::string(error.get_type()) + ": " + error.get_msg());
  } catch (const std::filesystem::filesystem_error& error) {
    return fail(ErrorCode::kUnreadable, error.code().message(), error.path1().string());
  }
}

}  // namespace ordalag
