//! What the program is given by its glue is known to the two of them alone, so it needs no long names.
use crate::{Result, sections};
use wasmparser::{Parser, Payload};

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// What stands around a name in the glue's table.
const BEFORE: &str = "\n        ";
const AFTER: &str = ": function(";

/// Both with short names for what the glue gives the program.
pub fn shortened(module: &[u8], glue: &str, from: &str) -> Result<(Vec<u8>, String)> {
    let names = given(module, from).map_err(|error| format!("the program can't be read: {error}"))?;
    let short = |number: usize| {
        let mut name = vec![LETTERS[number % LETTERS.len()]];
        name.extend(
            number.checked_div(LETTERS.len()).filter(|more| *more > 0).map(|more| LETTERS[(more - 1) % LETTERS.len()]),
        );
        name
    };
    if names.len() > LETTERS.len() * (LETTERS.len() + 1) {
        return Err(format!("there are no short names for {} things", names.len()));
    }
    let mut text = glue.to_owned();
    for (number, name) in names.iter().enumerate() {
        let entry = format!("{BEFORE}{name}{AFTER}");
        if text.matches(&entry).count() != 1 {
            return Err(format!("the glue doesn't give {name} once"));
        }
        text = text.replace(&entry, &format!("{BEFORE}{}{AFTER}", String::from_utf8_lossy(&short(number))));
    }
    let module = sections::with_imports(module, |list| {
        let mut list = list.to_vec();
        for (number, name) in names.iter().enumerate() {
            let written = written(name.as_bytes());
            if let Some(at) = list.windows(written.len()).position(|window| window == written) {
                list.splice(at..at + written.len(), self::written(&short(number)));
            }
        }
        list
    })?;
    Ok((module, text))
}

/// As a module has it: the length, then the name.
fn written(name: &[u8]) -> Vec<u8> {
    let mut written = Vec::new();
    sections::put(name.len(), &mut written);
    written.extend_from_slice(name);
    written
}

/// The names of what comes from there.
fn given(module: &[u8], from: &str) -> wasmparser::Result<Vec<String>> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ImportSection(imports) = payload? {
            for import in imports.into_imports() {
                let import = import?;
                if import.module.ends_with(from) {
                    names.push(import.name.to_owned());
                }
            }
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str =
        "const import0 = {\n        __wbg_one_0123: function(a) {},\n        __wbg_two_4567: function() {},\n    };";

    fn module(name: &str) -> Vec<u8> {
        let mut list = vec![3];
        for (from, name) in [("./app_bg.js", "__wbg_one_0123"), ("./split.js", "load"), ("./app_bg.js", name)] {
            list.extend([written(from.as_bytes()), written(name.as_bytes()), vec![0, 0]].concat());
        }
        let mut module = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02".to_vec();
        sections::put(list.len(), &mut module);
        [module, list].concat()
    }

    #[test]
    fn both_sides_call_it_the_same() -> Result {
        let (short, text) = shortened(&module("__wbg_two_4567"), GLUE, "_bg.js")?;
        assert_eq!(text, "const import0 = {\n        a: function(a) {},\n        b: function() {},\n    };");
        let names = given(&short, ".js").map_err(|error| error.to_string())?;
        assert_eq!(names, ["a", "load", "b"]);
        Ok(())
    }

    #[test]
    fn what_the_glue_does_not_give_is_noticed() {
        assert!(shortened(&module("__wbg_three_89ab"), GLUE, "_bg.js").is_err());
    }
}
