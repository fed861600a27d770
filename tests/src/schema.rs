//! A strict reader of the published JSON Schema: as much of the standard as the schema of records uses, and nothing unknown allowed.

use serde_json::Value;

/// What of a JSON value does not agree with the schema, in words. A property that the schema does not know is an error.
pub fn disagreements(schema: &Value, value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    check(schema, schema, value, "$", &mut out);
    out
}

fn check(root: &Value, schema: &Value, value: &Value, path: &str, out: &mut Vec<String>) {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        match reference.strip_prefix('#').and_then(|p| root.pointer(p)) {
            Some(target) => check(root, target, value, path, out),
            None => out.push(format!("{path}: the schema refers to {reference}, which is not there")),
        }
        return;
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(choices) = schema.get(key).and_then(Value::as_array) {
            let fits = choices.iter().filter(|c| {
                let mut errors = Vec::new();
                check(root, c, value, path, &mut errors);
                errors.is_empty()
            });
            if fits.count() == 0 {
                out.push(format!("{path}: {value} fits none of {key}"));
            }
            return;
        }
    }
    if let Some(c) = schema.get("const")
        && c != value
    {
        out.push(format!("{path}: {value} is not {c}"));
    }
    if let Some(choices) = schema.get("enum").and_then(Value::as_array)
        && !choices.contains(value)
    {
        out.push(format!("{path}: {value} is none of the schema's values"));
    }
    if !types(schema).is_empty() && !types(schema).iter().any(|t| is(t, value)) {
        out.push(format!("{path}: {value} is not of type {:?}", types(schema)));
        return;
    }
    match value {
        Value::Object(fields) => {
            let known = schema.get("properties").and_then(Value::as_object);
            let more = schema.get("additionalProperties");
            for name in schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
                if !fields.contains_key(name) {
                    out.push(format!("{path}: {name} is missing"));
                }
            }
            for (name, field) in fields {
                let path = format!("{path}.{name}");
                match (known.and_then(|k| k.get(name)), more) {
                    (Some(s), _) => check(root, s, field, &path, out),
                    (None, Some(Value::Bool(true))) => {}
                    (None, Some(s @ Value::Object(_))) => check(root, s, field, &path, out),
                    (None, _) => out.push(format!("{path}: the schema does not know this field")),
                }
            }
        }
        Value::Array(items) => {
            if let Some(s) = schema.get("items") {
                for (i, item) in items.iter().enumerate() {
                    check(root, s, item, &format!("{path}[{i}]"), out);
                }
            }
        }
        _ => {}
    }
}

fn types(schema: &Value) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(t)) => vec![t],
        Some(Value::Array(ts)) => ts.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn is(name: &str, value: &Value) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    }
}
