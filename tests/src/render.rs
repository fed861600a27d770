//! A record as JSON that a person can review.

use qawl::Record;
use serde_json::Value;
use std::fmt::Write;

/// The record as JSON with line breaks where a reviewer wants them: a section, mention, entity or warning is a line, a claim
/// a line for each of its fields, the text a line for each of its lines.
///
/// The result is still JSON, but for the text, which stands as an array of its lines.
pub fn render(record: &Record) -> String {
    // by way of the text, so that numbers look as they do in the output
    let value: Value = serde_json::to_string(record).and_then(|s| serde_json::from_str(&s)).unwrap_or_default();
    let mut out = String::from("{\n");
    let fields = value.as_object().cloned().unwrap_or_default();
    let last = fields.len().saturating_sub(1);
    for (i, (key, value)) in fields.iter().enumerate() {
        let _ = write!(out, "{}: ", Value::from(key.as_str()));
        match value {
            Value::String(text) if key == "text" => {
                let lines: Vec<Value> = text.split_inclusive('\n').map(Value::from).collect();
                array(&mut out, &lines, |out, line| out.push_str(&line.to_string()));
            }
            Value::Array(items) if key == "claims" => array(&mut out, items, claim),
            Value::Array(items) => array(&mut out, items, |out, item| out.push_str(&item.to_string())),
            other => out.push_str(&other.to_string()),
        }
        out.push_str(if i == last { "\n" } else { ",\n" });
    }
    out.push_str("}\n");
    out
}

fn array(out: &mut String, items: &[Value], mut item: impl FnMut(&mut String, &Value)) {
    if items.is_empty() {
        out.push_str("[]");
        return;
    }
    out.push_str("[\n");
    for (i, x) in items.iter().enumerate() {
        out.push_str("  ");
        item(out, x);
        out.push_str(if i + 1 == items.len() { "\n" } else { ",\n" });
    }
    out.push(']');
}

fn claim(out: &mut String, value: &Value) {
    let Some(fields) = value.as_object() else {
        return out.push_str(&value.to_string());
    };
    out.push('{');
    // a field that says nothing shares the line of the field before it
    for (i, (key, value)) in fields.iter().enumerate() {
        let breaks = matches!(key.as_str(), "speaker" | "cue" | "content" | "form" | "about" | "evidence") || (value.is_object());
        out.push_str(if i == 0 {
            ""
        } else if breaks {
            ",\n   "
        } else {
            ", "
        });
        let _ = write!(out, "{}: {value}", Value::from(key.as_str()));
    }
    out.push('}');
}
