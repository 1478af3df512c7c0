"""Where a reader changes a page: the addresses of the web editor of the host that keeps the files."""

from dataclasses import dataclass
from urllib.parse import quote, quote_plus

from .front_matter import words_in, write_words
from .page import Page

# What each kind of host documents: how its editor opens a file, and a new one that is filled in already.
# GitHub: https://docs.github.com/en/repositories/working-with-files/managing-files/editing-files
# Forgejo and Gitea: https://docs.gitea.com/development/integrations (pre-fill a new file's name and contents)
FORMS = {
    "github": ("{repository}/edit/{branch}/{path}", "{repository}/new/{branch}?filename={path}&value={text}"),
    "forgejo": ("{repository}/_edit/{branch}/{path}", "{repository}/_new/{branch}/?filename={path}&value={text}"),
}
# Hosts refuse longer addresses: GitHub's servers answer "414 URI Too Long" from about 8 KB on.
LONGEST = 7000


@dataclass(frozen=True)
class Host:
    """The host that keeps the files.

    repository  the address of the repository on it, without a slash at its end
    branch      the branch that the site is built from
    kind        one of FORMS
    """

    repository: str
    branch: str
    kind: str

    def edit(self, page: Page) -> str:
        """The address at which a page is edited."""
        return self._fill(FORMS[self.kind][0], f"docs/{page.locale}/{page.path}")

    def create(self, original: Page, locale: str) -> str:
        """The address at which a page's translation is begun, filled in with as much of the English as fits.

        What does not fit is shown in English below the translation, until somebody adds it.
        """
        path = f"docs/{locale}/{original.path}"
        head = words_in(original)
        start = f"---\n{write_words(head)}---\n" if head else ""
        for last in range(len(original.units), -1, -1):
            end = original.units[last - 1].end if last else 0
            address = self._fill(FORMS[self.kind][1], path, f"{start}{original.body[:end].rstrip()}\n")
            if len(address) <= LONGEST:
                return address
        return self._fill(FORMS[self.kind][1], path)

    def _fill(self, form: str, path: str, text: str = "") -> str:
        return form.format(
            repository=self.repository, branch=quote(self.branch), path=quote(path), text=quote_plus(text)
        )
