//! The names that files of the source use from each other, and the circles among the files.

use super::source::{Import, Source};
use std::collections::{BTreeMap, BTreeSet};

/// The files of the source, and the names that each uses from the others.
pub struct Circles {
    paths: Vec<String>,
    /// By file: the files that it names something of, each with a name of it.
    named: Vec<BTreeMap<usize, String>>,
}

/// The index of the files while names are looked up.
struct Files<'a> {
    sources: &'a [Source],
    /// The module of each file, such as `app::state::list`.
    modules: BTreeMap<String, usize>,
    /// By file: the names that it defines.
    defined: Vec<BTreeSet<String>>,
    /// By file: its imports, by the name that they have there; paths from the crate's top.
    imports: Vec<BTreeMap<String, String>>,
    /// By file: the modules whose names it imports all.
    globs: Vec<Vec<String>>,
}

impl Circles {
    /// Reads the names in the files.
    ///
    /// A file names an item of another where a path or an import leads to it, also through a
    /// re-export, which is no use by itself. Methods are not looked up: the file that calls a
    /// method does not name it.
    pub fn new(sources: &[Source]) -> Self {
        let files = Files::new(sources);
        let named = (0..sources.len()).map(|file| files.named_in(file)).collect();
        Self { paths: sources.iter().map(|source| source.path.clone()).collect(), named }
    }

    /// The groups of files below a module of the crate that name each other in a circle, and the
    /// names in each, a line each.
    pub fn within(&self, module: &str) -> Vec<Vec<String>> {
        let (folder, file) = (format!("src/{module}/"), format!("src/{module}.rs"));
        let inside: BTreeSet<usize> = (0..self.paths.len())
            .filter(|at| self.paths[*at].starts_with(&folder) || self.paths[*at] == file)
            .collect();
        let reached: BTreeMap<usize, BTreeSet<usize>> =
            inside.iter().map(|from| (*from, self.reached(*from, &inside))).collect();
        let mut groups: BTreeSet<Vec<usize>> = BTreeSet::new();
        for (file, there) in &reached {
            if there.contains(file) {
                groups
                    .insert(there.iter().copied().filter(|t| reached[t].contains(file)).collect());
            }
        }
        groups.iter().map(|group| self.lines(group)).collect()
    }

    /// All files that a file leads to, by the names in it.
    fn reached(&self, from: usize, inside: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut next = vec![from];
        while let Some(file) = next.pop() {
            let named = self.named[file].keys().filter(|to| inside.contains(to));
            next.extend(named.filter(|to| reached.insert(**to)));
        }
        reached
    }

    fn lines(&self, group: &[usize]) -> Vec<String> {
        let mut lines = Vec::new();
        for file in group {
            let inside = self.named[*file].iter().filter(|(to, _)| group.contains(to));
            lines.extend(inside.map(|(to, name)| {
                format!("{} names {name} of {}", self.paths[*file], self.paths[*to])
            }));
        }
        lines
    }
}

impl<'a> Files<'a> {
    fn new(sources: &'a [Source]) -> Self {
        let modules = sources.iter().enumerate().map(|(at, source)| (source.module_path(), at));
        let mut files = Self {
            sources,
            modules: modules.collect(),
            defined: sources.iter().map(Source::defined).collect(),
            imports: vec![BTreeMap::new(); sources.len()],
            globs: vec![Vec::new(); sources.len()],
        };
        for (file, source) in sources.iter().enumerate() {
            for Import { path, name, .. } in source.imports() {
                let Some(path) = files.absolute(file, &path) else { continue };
                match path.strip_suffix("::*") {
                    Some(module) => files.globs[file].push(module.to_owned()),
                    None => _ = files.imports[file].insert(name, path),
                }
            }
        }
        files
    }

    /// The names that a file uses from others: file and name.
    fn named_in(&self, file: usize) -> BTreeMap<usize, String> {
        let source = &self.sources[file];
        let mut paths: Vec<String> = source.paths().into_iter().map(|(_, path)| path).collect();
        let mut passed_on = BTreeSet::new();
        for import in source.imports() {
            if import.passed_on && !source.uses(&import.name) {
                passed_on.insert(import.path);
            }
        }
        paths.retain(|path| path.contains("::") && !passed_on.contains(path));
        for module in &self.globs[file] {
            let Some(from) = self.modules.get(module) else { continue };
            let names = self.defined[*from].iter().chain(self.imports[*from].keys());
            let used = names.filter(|name| source.uses(name));
            paths.extend(used.map(|name| format!("crate::{module}::{name}")));
        }
        let mut named = BTreeMap::new();
        for path in paths {
            let Some(path) = self.absolute(file, &path) else { continue };
            if let Some((to, name)) = self.item(&path, 0).filter(|(to, _)| *to != file) {
                named.entry(to).or_insert(name);
            }
        }
        named
    }

    /// Gives a path from the crate's top; `None` if it leads out of the crate.
    fn absolute(&self, file: usize, path: &str) -> Option<String> {
        let module = self.sources[file].module_path();
        if let Some(rest) = path.strip_prefix("crate::") {
            return Some(rest.to_owned());
        }
        let below = |module: &str, rest: &str| match module {
            "" => rest.to_owned(),
            _ => format!("{module}::{rest}"),
        };
        if path.starts_with("self::") || path.starts_with("super::") {
            let mut rest = path.strip_prefix("self::").unwrap_or(path);
            let mut module = module.as_str();
            while let Some(above) = rest.strip_prefix("super::") {
                rest = above;
                module = module.rsplit_once("::").map_or("", |(above, _)| above);
            }
            return Some(below(module, rest));
        }
        let (first, rest) = path.split_once("::").map_or((path, None), |(f, rest)| (f, Some(rest)));
        let start = if let Some(imported) = self.imports[file].get(first) {
            imported.clone()
        } else {
            let child = below(&module, first);
            self.modules.contains_key(&child).then_some(child)?
        };
        Some(rest.map_or(start.clone(), |rest| format!("{start}::{rest}")))
    }

    /// The file that defines the item of a path from the crate's top, and its name there; `None`
    /// for a module.
    fn item(&self, path: &str, turns: usize) -> Option<(usize, String)> {
        let mut module = String::new();
        let mut rest = path;
        let name = loop {
            let (name, after) = rest.split_once("::").unwrap_or((rest, ""));
            let child =
                if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") };
            if !self.modules.contains_key(&child) {
                break name;
            }
            module = child;
            rest = after;
            if rest.is_empty() || rest == "self" {
                return None;
            }
        };
        let file = *self.modules.get(&module)?;
        if self.defined[file].contains(name) || name == "*" || turns > 8 {
            return Some((file, name.to_owned()));
        }
        let after = rest.split_once("::").map(|(_, after)| after);
        if let Some(imported) = self.imports[file].get(name) {
            let path = after.map_or(imported.clone(), |after| format!("{imported}::{after}"));
            return self.item(&path, turns + 1);
        }
        let through = self.globs[file].iter().find_map(|module| {
            self.item(&format!("{module}::{name}"), turns + 1)
                .filter(|(to, name)| self.defined[*to].contains(name))
        });
        through.or_else(|| Some((file, name.to_owned())))
    }
}
