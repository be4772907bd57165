//! Panics end the program at once, without a word: what they would have said, and where, is never shown to anyone, and
//! is a tenth of the program. Where one happened can still be told: see [`crate::split`].
//!
//! This works on the linker's output, before it is split: what such a function does is taken out, and so are the marks
//! of the texts that its callers hand it. What is marked no more, the splitting leaves out.
use crate::{Result, sections};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use wasmparser::{
    BinaryReader, FromReader, KnownCustom, Name, Parser, Payload, RelocationEntry, RelocationType, TypeRef,
};

/// Ends of mangled names: an item's length, then the item. All of these never return.
const PANICS: [&str; 24] = [
    "9panicking9panic_fmt",
    "9panicking5panic",
    "9panicking13panic_display",
    "9panicking14panic_explicit",
    "9panicking18panic_bounds_check",
    "9panicking11panic_const",
    "9panicking13assert_failed",
    "9panicking19assert_failed_inner",
    "9panicking11begin_panic",
    "5slice5index16slice_index_fail",
    "17len_mismatch_fail",
    "22panic_on_ord_violation",
    "3str16slice_error_fail",
    "3str19slice_error_fail_rt",
    "6option13unwrap_failed",
    "6option13expect_failed",
    "6result13unwrap_failed",
    "4cell22panic_already_borrowed",
    "4cell30panic_already_mutably_borrowed",
    "5local18panic_access_error",
    "7raw_vec12handle_error",
    "7raw_vec17capacity_overflow",
    "5alloc18handle_alloc_error",
    "13assert_failed",
];
/// Says what a panic said; nothing calls it any more.
const HOOK: &str = "24console_error_panic_hook4hook";

const UNREACHABLE: u8 = 0x00;
const NOP: u8 = 0x01;
const END: u8 = 0x0b;
const CALL: u8 = 0x10;
const CONSTANT: u8 = 0x41;
/// The section of the marks of the code.
const MARKS: &str = "reloc.CODE";
/// The linker writes a number that it may still change in so many bytes.
const PADDED: usize = 5;
/// No panic takes more that stands in the data.
const TEXTS: usize = 2;

/// What of the module is looked at.
#[derive(Default)]
struct Seen {
    imported: usize,
    bodies: Vec<Range<usize>>,
    names: HashMap<usize, String>,
    /// Where what is marked in the code counts from.
    code: usize,
    /// The section of the code's marks up to their count: its name, and which section it is about.
    head: Range<usize>,
    entries: Vec<Mark>,
}

struct Mark {
    kind: RelocationType,
    /// Where the marked number stands in the file.
    at: usize,
    /// The mark's own bytes.
    bytes: Range<usize>,
}

/// The module with its panics silenced.
pub fn silenced(module: &[u8]) -> Result<Vec<u8>> {
    let seen = see(module).map_err(|error| format!("the program can't be read: {error}"))?;
    let ends = |body: &Range<usize>| module[..body.end].ends_with(&[UNREACHABLE, END]);
    let silent: Vec<(usize, &Range<usize>)> = (seen.imported..)
        .zip(&seen.bodies)
        .filter(|(index, body)| {
            seen.names.get(index).is_some_and(|name| name.contains(HOOK) || panics(name) && ends(body))
        })
        .collect();
    if silent.is_empty() {
        return Err("the program has no panics: the compiler names them otherwise than it did".into());
    }
    let indices: HashSet<usize> = silent.iter().map(|(index, _)| *index).collect();
    let mut texts = HashSet::new();
    for (place, mark) in seen.entries.iter().enumerate() {
        let calls = mark.kind == RelocationType::FunctionIndexLeb && module.get(mark.at.wrapping_sub(1)) == Some(&CALL);
        if calls && sections::number(module, mark.at).is_some_and(|(index, _)| indices.contains(&index)) {
            texts.extend(handed(module, &seen.entries[..place], mark.at - 1));
        }
    }
    let inside = |at: usize| silent.iter().any(|(_, body)| body.contains(&at));
    let kept = |place: usize, mark: &Mark| !texts.contains(&place) && !inside(mark.at);
    let kept: Vec<&Mark> =
        seen.entries.iter().enumerate().filter(|(place, mark)| kept(*place, mark)).map(|(_, mark)| mark).collect();

    let mut quiet = module.to_vec();
    for (_, body) in &silent {
        let bytes = &mut quiet[(**body).clone()];
        bytes.fill(NOP);
        // No locals, and the end of everything.
        (bytes[0], bytes[1]) = (0, UNREACHABLE);
        if let Some(last) = bytes.last_mut() {
            *last = END;
        }
    }
    let mut marks = module[seen.head.clone()].to_vec();
    sections::put(kept.len(), &mut marks);
    kept.iter().for_each(|mark| marks.extend_from_slice(&module[mark.bytes.clone()]));
    sections::replaced(&quiet, MARKS, &marks)
}

fn panics(name: &str) -> bool {
    PANICS.iter().any(|part| name.contains(part))
}

/// The places, among these marks, of addresses that are handed to the call at `call`: constants right before it.
fn handed(module: &[u8], before: &[Mark], call: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut end = call;
    for (place, mark) in before.iter().enumerate().rev().take(TEXTS) {
        let constant =
            mark.kind == RelocationType::MemoryAddrSleb && module.get(mark.at.wrapping_sub(1)) == Some(&CONSTANT);
        let follows = mark.at + PADDED <= end && is_constants(&module[mark.at + PADDED..end]);
        if !constant || !follows {
            break;
        }
        found.push(place);
        end = mark.at - 1;
    }
    found
}

/// Nothing, or one plain constant such as a text's length.
fn is_constants(code: &[u8]) -> bool {
    match code {
        [] => true,
        [CONSTANT, number @ ..] => {
            matches!(number.split_last(), Some((last, rest)) if last & 0x80 == 0 && rest.iter().all(|byte| byte & 0x80 != 0))
        }
        _ => false,
    }
}

fn see(module: &[u8]) -> wasmparser::Result<Seen> {
    let mut seen = Seen::default();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    seen.imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionStart { range, .. } => seen.code = range.start as usize,
            Payload::CodeSectionEntry(body) => seen.bodies.push(place(&body.range())),
            Payload::CustomSection(section) if section.name() == MARKS => {
                seen.head.start = section.range().start as usize;
                see_marks(section.data_reader(), &mut seen)?;
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    // A part that isn't known says nothing about functions.
                    for names in names.into_iter().flatten() {
                        see_names(names, &mut seen.names)?;
                    }
                }
            }
            _ => {}
        }
    }
    Ok(seen)
}

fn see_names(names: Name, seen: &mut HashMap<usize, String>) -> wasmparser::Result<()> {
    if let Name::Function(names) = names {
        for naming in names {
            let naming = naming?;
            seen.insert(naming.index as usize, naming.name.to_owned());
        }
    }
    Ok(())
}

fn see_marks(mut reader: BinaryReader, seen: &mut Seen) -> wasmparser::Result<()> {
    reader.read_var_u32()?;
    seen.head.end = reader.original_position() as usize;
    for _ in 0..reader.read_var_u32()? {
        let start = reader.original_position() as usize;
        let mark = RelocationEntry::from_reader(&mut reader)?;
        let bytes = start..reader.original_position() as usize;
        seen.entries.push(Mark { kind: mark.ty, at: seen.code + mark.offset as usize, bytes });
    }
    Ok(())
}

fn place(range: &Range<u64>) -> Range<usize> {
    range.start as usize..range.end as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(id: u8, body: &[u8]) -> Vec<u8> {
        let mut section = vec![id];
        sections::put(body.len(), &mut section);
        [&section[..], body].concat()
    }

    /// A function named so, and one that hands it two addresses and a length.
    fn module(name: &str) -> Vec<u8> {
        let panic = b"\x00\x41\x07\x1a\x00\x0b";
        let caller = b"\x00\x41\x90\x88\x80\x80\x00\x41\x05\x41\xa0\x88\x80\x80\x00\x10\x80\x80\x80\x80\x00\x0b";
        let code = [&[2, panic.len() as u8][..], panic, &[caller.len() as u8], caller].concat();
        let named = [&[2, 0, name.len() as u8][..], name.as_bytes(), b"\x01\x01f"].concat();
        let names = [&b"\x04name\x01"[..], &[named.len() as u8], &named].concat();
        // An address where the first constant's number stands, one for the second, the function where it is called.
        let marks = b"\x0areloc.CODE\x02\x03\x04\x0b\x00\x00\x04\x13\x00\x00\x00\x19\x00";
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, b"\x02\x60\x03\x7f\x7f\x7f\x00\x60\x00\x00"),
            section(3, b"\x02\x00\x01"),
            section(10, &code),
            section(0, &names),
            section(0, marks),
        ]
        .concat()
    }

    fn holds(module: &[u8], part: &[u8]) -> bool {
        module.windows(part.len()).any(|window| window == part)
    }

    #[test]
    fn a_panic_ends_the_program_and_says_nothing() -> Result {
        let loud = module("_ZN4core9panicking5panic17h0E");
        let quiet = silenced(&loud)?;
        assert!(holds(&quiet, b"\x06\x00\x00\x01\x01\x01\x0b"), "its body is no more than the end");
        assert!(quiet.ends_with(b"reloc.CODE\x02\x01\x00\x19\x00"), "the call alone is marked still");
        Ok(())
    }

    #[test]
    fn a_build_without_names_is_noticed() {
        assert!(silenced(&module("_ZN8fitproof3app6update17h0E")).is_err());
        assert!(silenced(b"\0asm").is_err());
    }
}
