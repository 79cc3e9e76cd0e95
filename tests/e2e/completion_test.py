#!/usr/bin/env python3
"""The completions and the manual that the program makes of its own tables.

usage: completion_test.py ORDALAG
"""
import re
import shutil
import subprocess
import tempfile
import unittest

from serving import take_arguments

(ORDALAG,) = take_arguments(1)
COMMANDS = ("search", "quote", "show", "serve", "mcp", "diff", "export")


def run(*arguments):
    return subprocess.run([ORDALAG, *arguments], capture_output=True, text=True, timeout=60)


class Completion(unittest.TestCase):
    def complete(self, *words):
        """What bash proposes for the last of `words`."""
        script = f"""source <("{ORDALAG}" completion bash)
            COMP_WORDS=({' '.join(f"'{w}'" for w in words)}); COMP_CWORD={len(words) - 1}
            _ordalag; printf '%s\\n' "${{COMPREPLY[@]}}" """
        return subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=60,
                              check=True).stdout.split()

    def test_bash_completes_commands_options_and_values(self):
        self.assertEqual(self.complete("ordalag", "sea"), ["search"])
        self.assertLessEqual(set(COMMANDS), set(self.complete("ordalag", "")))
        self.assertEqual(self.complete("ordalag", "search", "--lim"), ["--limit"])
        self.assertIn("--listen", self.complete("ordalag", "serve", "--"))
        self.assertEqual(self.complete("ordalag", "search", "--format", "cs"), ["csv"])
        self.assertEqual(self.complete("ordalag", "search", "--lang", ""), ["sv", "en"])
        self.assertEqual(self.complete("ordalag", "search", "--match", "a"), ["auto", "all", "any"])

    def test_every_shell_knows_the_values_of_an_option_that_has_few(self):
        bash, zsh, fish = (run("completion", shell).stdout for shell in ("bash", "zsh", "fish"))
        for option, values in (("sort", "relevance date -date"), ("by", "party municipality year"),
                               ("access-log", "path full off"), ("color", "auto always never")):
            self.assertIn(f"--{option}) COMPREPLY=($(compgen -W '{values}'", bash)
            self.assertRegex(zsh, rf"'--{option}=\[.*:\({values}\)'")
            self.assertRegex(fish, rf"-l {option} -x -a '{values}' -d")

    def test_the_values_that_are_proposed_are_all_that_the_program_takes(self):
        named = re.findall(r"-l ([a-z-]+) -x -a '([^']+)'", run("completion", "fish").stdout)
        for option, values in sorted(set(named)):
            if option == "format":
                continue
            command = {"by": "compare", "access-log": "serve"}.get(option, "search")
            argument = [] if command == "serve" else ["skola"]
            for value in values.split():
                done = run(command, "-d", "/none", f"--{option}={value}", *argument)
                self.assertEqual(done.returncode, 3, (option, value, done.stderr))
            done = run(command, "-d", "/none", f"--{option}=other", *argument)
            self.assertEqual(done.returncode, 2, (option, done.stderr))
            for value in values.split():
                self.assertIn(value, done.stderr)

    def test_every_shell_reads_its_script(self):
        for shell in ("bash", "zsh", "fish"):
            script = run("completion", shell)
            self.assertEqual(script.returncode, 0, script.stderr)
            for command in COMMANDS:
                self.assertIn(command, script.stdout)
            if shutil.which(shell) is None:
                continue
            with tempfile.NamedTemporaryFile("w", suffix=f".{shell}") as file:
                file.write(script.stdout)
                file.flush()
                done = subprocess.run([shell, "-n", file.name], capture_output=True, text=True, timeout=60)
                self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_another_shell_is_an_error(self):
        done = run("completion", "csh")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("bash, zsh or fish", done.stderr)

    def test_the_manual_has_every_command_and_field(self):
        page = run("manual").stdout
        self.assertTrue(page.startswith(".TH ORDALAG 1"))
        for command in COMMANDS:
            self.assertIn(f".SS ordalag {command} ", page)
        for word in ("parti:", "ORDALAG_DB", "\\-\\-limit"):
            self.assertIn(word, page)


if __name__ == "__main__":
    unittest.main()
