#include "core/base/installation.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace ordalag {
namespace {

// Sets an environment variable for one test and puts the old value back.
class Environment {
 public:
  Environment(const char* name, const char* value) : name_(name) {
    if (const char* old = std::getenv(name)) old_ = old;
    value ? setenv(name, value, 1) : unsetenv(name);
  }
  ~Environment() { old_.empty() ? unsetenv(name_) : setenv(name_, old_.c_str(), 1); }

 private:
  const char* name_;
  std::string old_;
};

TEST(ShareFolder, IsTheOneThatTheEnvironmentNames) {
  const Environment set("ORDALAG_SHARE", "/somewhere/else");
  EXPECT_EQ(share_folder(), "/somewhere/else");
}

TEST(ShareFolder, LiesBesideTheProgramAndHoldsItsData) {
  const Environment unset("ORDALAG_SHARE", nullptr);
  EXPECT_TRUE(std::filesystem::exists(share_folder() / "stemmer-config")) << share_folder();
  EXPECT_TRUE(std::filesystem::exists(share_folder() / "corpus")) << share_folder();
}

TEST(DefaultIndexFolder, PrefersOrdalagDbThenXdgThenHome) {
  const Environment home("HOME", "/home/anna");
  {
    const Environment db("ORDALAG_DB", "/srv/index");
    EXPECT_EQ(default_index_folder(), "/srv/index");
  }
  const Environment db("ORDALAG_DB", nullptr);
  {
    const Environment xdg("XDG_DATA_HOME", "/data");
    EXPECT_EQ(default_index_folder(), "/data/ordalag/index");
  }
  const Environment xdg("XDG_DATA_HOME", nullptr);
  EXPECT_EQ(default_index_folder(), "/home/anna/.local/share/ordalag/index");
}

}  // namespace
}  // namespace ordalag
