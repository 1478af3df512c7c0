"""The structure of sheets to fold, as PDF/UA-1 asks for it: each page on them a figure with a text alternative."""

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)


class Tags:
    """Builds the structure of a document while its sides are added; `reader` has the title and the language."""

    def __init__(self, writer: PdfWriter, reader: PdfReader) -> None:
        self.writer = writer
        self.title = reader.metadata.title if reader.metadata and reader.metadata.title else ""
        self.language = str(reader.root_object.get("/Lang", "en"))
        self.root = writer._add_object(DictionaryObject())
        self.document = writer._add_object(DictionaryObject())
        self.figures: dict[int, IndirectObject] = {}
        self.parents: list[ArrayObject] = []

    def add(self, side: PageObject, mark: int, number: int, alternative: str) -> None:
        """The page with this number is drawn on the side, in the part with this mark."""
        figure = _dictionary(
            Type="StructElem", S="Figure", P=self.document, Pg=side.indirect_reference, K=NumberObject(mark)
        )
        figure[NameObject("/Alt")] = TextStringObject(alternative)
        self.figures[number] = self.writer._add_object(figure)
        if "/StructParents" not in side:
            side[NameObject("/StructParents")] = NumberObject(len(self.parents))
            side[NameObject("/Tabs")] = NameObject("/S")
            self.parents.append(ArrayObject())
        self.parents[-1].append(self.figures[number])

    def finish(self) -> None:
        """Writes down the order of reading, which is that of the pages, and what the document says of itself."""
        in_order = ArrayObject(self.figures[number] for number in sorted(self.figures))
        _fill(self.document, _dictionary(Type="StructElem", S="Document", P=self.root, K=in_order))
        numbers = ArrayObject(
            part for number, parts in enumerate(self.parents) for part in (NumberObject(number), parts)
        )
        tree = self.writer._add_object(_dictionary(Nums=numbers))
        _fill(self.root, _dictionary(Type="StructTreeRoot", K=ArrayObject([self.document]), ParentTree=tree))
        whole = self.writer._root_object
        whole[NameObject("/StructTreeRoot")] = self.root
        whole[NameObject("/MarkInfo")] = _dictionary(Marked=BooleanObject(True))
        whole[NameObject("/ViewerPreferences")] = _dictionary(DisplayDocTitle=BooleanObject(True))
        whole[NameObject("/Lang")] = TextStringObject(self.language)
        whole[NameObject("/Metadata")] = self.writer._add_object(self._metadata())
        self.writer.add_metadata({"/Title": self.title})

    def _metadata(self) -> DecodedStreamObject:
        title = self.title.replace("&", "&amp;").replace("<", "&lt;")
        text = (
            '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><pdfuaid:part>1</pdfuaid:part>'
            f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
            "</rdf:Description></rdf:RDF></x:xmpmeta>"
            '<?xpacket end="r"?>'
        )
        stream = DecodedStreamObject()
        stream.set_data(text.encode())
        stream[NameObject("/Type")] = NameObject("/Metadata")
        stream[NameObject("/Subtype")] = NameObject("/XML")
        return stream


def _dictionary(**entries: object) -> DictionaryObject:
    """A dictionary; a plain text stands for a name."""
    return DictionaryObject(
        {
            NameObject(f"/{key}"): NameObject(f"/{value}") if isinstance(value, str) else value
            for key, value in entries.items()
        }
    )


def _fill(reference: IndirectObject, content: DictionaryObject) -> None:
    found = reference.get_object()
    if isinstance(found, DictionaryObject):
        found.update(content)
