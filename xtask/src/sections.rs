//! Takes the linker's marks out of a wasm module that isn't split: they are for splitting alone, and what makes modules
//! smaller can't keep them true.
use crate::Result;

const HEADER: usize = 8;
/// The id of sections that mean nothing to a browser.
const CUSTOM: u8 = 0;

/// The module without its sections `linking` and `reloc.…`.
pub fn without_marks(module: &[u8]) -> Result<Vec<u8>> {
    let broken = || "a module's sections can't be read".to_owned();
    let mut kept = module.get(..HEADER).ok_or_else(broken)?.to_vec();
    let mut at = HEADER;
    while let Some(id) = module.get(at) {
        let (length, start) = number(module, at + 1).ok_or_else(broken)?;
        let end = start + length;
        let body = module.get(start..end).ok_or_else(broken)?;
        let name = || {
            let (length, start) = number(body, 0)?;
            body.get(start..start + length)
        };
        let is_mark = |name: &[u8]| name == b"linking" || name.starts_with(b"reloc.");
        if *id != CUSTOM || !name().is_some_and(is_mark) {
            kept.extend_from_slice(&module[at..end]);
        }
        at = end;
    }
    Ok(kept)
}

/// A number in seven bits to a byte, and where what follows it begins.
fn number(bytes: &[u8], mut at: usize) -> Option<(usize, usize)> {
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
}
