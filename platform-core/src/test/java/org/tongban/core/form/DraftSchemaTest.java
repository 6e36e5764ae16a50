package org.tongban.core.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.core.form.SampleDocuments.brief;
import static org.tongban.core.form.SampleDocuments.tree;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CO-31")
class DraftSchemaTest {
    private static final String SCHEMA = """
        {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://x/form@1","title":"表","type":"object",
         "additionalProperties":false,"required":["enum"],
         "properties":{
          "enum":{"type":"string","enum":["a"],"maxLength":9,"x-public":"never"},
          "required":{"type":"string","minLength":3,"maxLength":9,"pattern":"^a","x-check":"gtin","x-lines":true,"x-fold":"identifier"},
          "list":{"type":"array","minItems":2,"maxItems":3,"uniqueItems":true,"items":{"$ref":"#/$defs/part"}}},
         "$defs":{"part":{"type":"object","additionalProperties":false,"required":["n"],
           "properties":{"n":{"type":"integer","minimum":1,"default":1,"x-title":{"zh":"数","en":"number"}}},
           "if":{"properties":{"n":{"const":1}}},"then":false}},
         "allOf":[{"if":{},"then":{}}],"dependentRequired":{"list":["enum"]}}
        """;

    @Test
    void keeps_types_upper_bounds_known_properties_and_titles_alone() {
        assertThat(DraftSchema.derive(tree(SCHEMA))).isEqualTo(tree("""
            {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://x/form@1/draft","title":"表",
             "type":"object","additionalProperties":false,
             "properties":{
              "enum":{"type":"string","maxLength":9},
              "required":{"type":"string","maxLength":9,"x-lines":true,"x-fold":"identifier"},
              "list":{"type":"array","maxItems":3,"items":{"$ref":"#/$defs/part"}}},
             "$defs":{"part":{"type":"object","additionalProperties":false,
               "properties":{"n":{"type":"integer","x-title":{"zh":"数","en":"number"}}}}}}
            """));
    }

    @Test
    void leaves_the_schema_it_was_given_alone() {
        var schema = tree(SCHEMA);

        DraftSchema.derive(schema);

        assertThat(schema).isEqualTo(tree(SCHEMA));
    }

    @Test
    void lets_a_draft_be_incomplete_but_not_misshapen() {
        var draft = new SchemaCompiler(Map.of(), (set, level, code) -> false).compile(DraftSchema.derive(tree(SCHEMA)));

        assertThat(draft.check(tree("{}"))).isEmpty();
        assertThat(draft.check(tree("{\"enum\":\"z\",\"list\":[{\"n\":0}]}"))).isEmpty();
        assertThat(brief(draft.check(tree("{\"enum\":1,\"required\":\"0123456789\",\"list\":[{},{},{},{\"m\":1}]}"))))
                .containsExactlyInAnyOrder(
                        "/enum type", "/required max-length", "/list max-items", "/list/3/m unknown-property");
    }
}
