//! The sections of a wasm module, taken out or put in anew. The linker's marks are for splitting alone, and what makes
//! modules smaller can't keep them true.
use crate::Result;

const HEADER: usize = 8;
/// The ids of sections that mean nothing to a browser, and of the one that lists what a module is given.
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;

struct Section<'a> {
    id: u8,
    /// All of it, its id and its length included.
    whole: &'a [u8],
    body: &'a [u8],
    /// Of one that means nothing to a browser.
    name: Option<&'a [u8]>,
}

/// The module without its sections `linking` and `reloc.…`.
pub fn without_marks(module: &[u8]) -> Result<Vec<u8>> {
    let is_mark = |name: &[u8]| name == b"linking" || name.starts_with(b"reloc.");
    let (header, sections) = read(module)?;
    let kept = sections.into_iter().filter(|section| !section.name.is_some_and(is_mark)).map(|section| section.whole);
    Ok([header].into_iter().chain(kept).collect::<Vec<_>>().concat())
}

/// The module with its section of that name holding this instead: the name comes first in it.
pub fn replaced(module: &[u8], name: &str, body: &[u8]) -> Result<Vec<u8>> {
    rewritten(module, |section| (section.name == Some(name.as_bytes())).then(|| body.to_vec()))
}

/// The module with another list of what it is given.
pub fn with_imports(module: &[u8], change: impl Fn(&[u8]) -> Vec<u8>) -> Result<Vec<u8>> {
    rewritten(module, |section| (section.id == IMPORTS).then(|| change(section.body)))
}

fn rewritten(module: &[u8], body: impl Fn(&Section) -> Option<Vec<u8>>) -> Result<Vec<u8>> {
    let (header, sections) = read(module)?;
    let mut new = header.to_vec();
    for section in sections {
        match body(&section) {
            None => new.extend_from_slice(section.whole),
            Some(body) => {
                new.push(section.id);
                put(body.len(), &mut new);
                new.extend(body);
            }
        }
    }
    Ok(new)
}

fn read(module: &[u8]) -> Result<(&[u8], Vec<Section<'_>>)> {
    let broken = || "a module's sections can't be read".to_owned();
    let header = module.get(..HEADER).ok_or_else(broken)?;
    let mut sections = Vec::new();
    let mut at = HEADER;
    while let Some(id) = module.get(at) {
        let (length, start) = number(module, at + 1).ok_or_else(broken)?;
        let end = start + length;
        let body = module.get(start..end).ok_or_else(broken)?;
        let name = || {
            let (length, start) = number(body, 0)?;
            body.get(start..start + length)
        };
        let name = if *id == CUSTOM { name() } else { None };
        sections.push(Section { id: *id, whole: &module[at..end], body, name });
        at = end;
    }
    Ok((header, sections))
}

/// A number in seven bits to a byte.
pub fn put(mut number: usize, into: &mut Vec<u8>) {
    while number > 0x7f {
        into.push(number as u8 | 0x80);
        number >>= 7;
    }
    into.push(number as u8);
}

/// Such a number, and where what follows it begins.
pub fn number(bytes: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let byte = *bytes.get(at)?;
        at += 1;
        number |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some((number, at));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_marks_go() -> Result {
        let header = b"\0asm\x01\0\0\0";
        let section = |id: u8, body: &[u8]| [&[id, 0x80 | body.len() as u8, 0], body].concat();
        let (code, name) = (section(10, b"abc"), section(0, b"\x04nameabc"));
        let marks = [section(0, b"\x07linkingx"), section(0, b"\x0areloc.CODE12")].concat();
        let whole = [&header[..], &code, &marks, &name].concat();
        assert_eq!(without_marks(&whole)?, [&header[..], &code, &name].concat());
        assert!(without_marks(&whole[..whole.len() - 1]).is_err());
        assert!(without_marks(b"\0asm").is_err());
        Ok(())
    }

    #[test]
    fn a_section_changes_places_with_another() -> Result {
        let module = b"\0asm\x01\0\0\0\x00\x04\x01ab1\x0a\x01c\x00\x02\x01d";
        let now = replaced(module, "a", b"\x01axyz")?;
        assert_eq!(now, b"\0asm\x01\0\0\0\x00\x05\x01axyz\x0a\x01c\x00\x02\x01d");
        assert_eq!(replaced(module, "c", b"")?, module);
        Ok(())
    }
}
