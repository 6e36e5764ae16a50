package org.tongban.core.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.core.form.Documents;
import org.tongban.core.module.Language;
import org.tongban.core.page.Words;

/** What the conditionals of a form come to in words. */
@Tag("CO-31")
class FormConditionsTest {
    private static final FormTexts CHINESE = new FormTexts(Language.ZH, Words.of("page"));
    private static final FormTexts ENGLISH = new FormTexts(Language.EN, Words.of("page"));
    private static final String UI = """
        {"kind":{"ui:title":"种类","ui:enumNames":["甲","乙"],"x-en":{"ui:title":"Kind","ui:enumNames":["A","B"]}},
         "long":{"ui:title":"长期","x-en":{"ui:title":"Long-term"}},
         "person":{"ui:title":"人员","kind":{"ui:title":"证件","ui:enumNames":["甲","乙"]}}}
        """;
    private static final String PROPERTIES = """
        "properties":{"kind":{"type":"string","enum":["a","b"]},"long":{"type":"boolean"},"end":{"type":"string"},
         "list":{"type":"array","items":{"type":"string","enum":["a","b"]}},
         "person":{"type":"object","properties":{"kind":{"type":"string","enum":["a","b"]}}}}
        """;

    private static String said(String conditional, String place, FormTexts texts) {
        var schema = Documents.read("{" + PROPERTIES + ",\"allOf\":[{" + conditional.replace('\'', '"') + "}]}");
        return FormConditions.of(schema, Documents.read(UI), texts).getOrDefault(place, "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'const':'a'                                         | “种类”为“甲”时必填       | Needed where “Kind” is “A”
        'enum':['a','b']                                    | “种类”为“甲”或“乙”时必填 | Needed where “Kind” is “A” or “B”
        'not':{'const':'b'}                                 | “种类”不为“乙”时必填     | Needed where “Kind” is not “B”
        'type':'array','contains':{'const':'a'}             | “种类”含“甲”时必填       | Needed where “Kind” includes “A”
        'type':'string','pattern':'^a'                      | “种类”为某些内容时必填   | Needed where “Kind” is of a certain kind
        'minLength':1                                       | 填写了“种类”时必填       | Needed where “Kind” is filled in
        """)
    void names_what_another_property_must_be(String wanted, String chinese, String english) {
        var conditional =
                "'if':{'properties':{'kind':{" + wanted + "}},'required':['kind']},'then':{'required':['end']}";

        assertThat(said(conditional, "end", CHINESE)).isEqualTo(chinese);
        assertThat(said(conditional, "end", ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'if':{'properties':{'long':{'const':true}}},'then':{'properties':{'end':false}}    | “长期”为“是”时不填
        'if':{'properties':{'long':{'const':true}}},'else':{'required':['end']}            | “长期”不为“是”时必填
        'if':{'properties':{'long':false}},'then':{'required':['end']}                     | 未填写“长期”时必填
        'if':{'anyOf':[{'properties':{'kind':true}},{'properties':{'long':true}}]},'then':{'required':['end']} | 填写了“种类”，或填写了“长期”时必填
        'if':{'properties':{'kind':true,'long':true}},'then':{'required':['end']}          | 填写了“种类”且填写了“长期”时必填
        'if':{'properties':{'person':{'properties':{'kind':{'const':'b'}}}}},'then':{'required':['end']} | “证件”为“乙”时必填
        'if':{'minProperties':2},'then':{'required':['end']}                               | 特定情况时必填
        """)
    void tells_more_of_a_condition_as_far_as_it_can(String conditional, String chinese) {
        assertThat(said(conditional, "end", CHINESE)).isEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'if':{'properties':{'kind':{'const':'a'}}},'then':{'properties':{'person':{'type':'object','required':['kind'],'properties':{'kind':true}}}} | person/kind | “种类”为“甲”时必填
        """)
    void reaches_into_an_object(String conditional, String place, String chinese) {
        assertThat(said(conditional, place, CHINESE)).isEqualTo(chinese);
    }
}
