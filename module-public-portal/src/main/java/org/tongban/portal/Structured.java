package org.tongban.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.core.module.Language;
import org.tongban.core.notice.ShownNotice;
import org.tongban.core.publicdata.PublicRecord;

/** What pages of the portal are about, in the words of schema.org (PO-6). */
final class Structured {
    private static final String NAME = "name";

    private Structured() {}

    /** A record of any collection: its name, and what its card tells. */
    static Map<String, Object> record(PublicRecord item, Language language) {
        var thing = node("Thing");
        thing.put(NAME, item.name());
        thing.put(
                "additionalProperty",
                item.summary().stream()
                        .map(field -> {
                            var property = node("PropertyValue");
                            property.put("propertyID", field.code());
                            property.put(NAME, field.title().in(language));
                            property.put("value", field.value().in(language));
                            return property;
                        })
                        .toList());
        return thing;
    }

    static Map<String, Object> notice(ShownNotice notice) {
        var article = node("NewsArticle");
        article.put("headline", notice.title());
        article.put("datePublished", notice.shownFrom().toString());
        var publisher = node("Organization");
        publisher.put(NAME, notice.moduleTitle());
        article.put("publisher", publisher);
        return article;
    }

    static Map<String, Object> questions(List<ShownNotice> all) {
        var page = node("FAQPage");
        page.put(
                "mainEntity",
                all.stream()
                        .map(one -> {
                            var answer = node("Answer");
                            answer.put("text", one.text());
                            var question = node("Question");
                            question.put(NAME, one.title());
                            question.put("acceptedAnswer", answer);
                            return question;
                        })
                        .toList());
        return page;
    }

    private static Map<String, Object> node(String type) {
        var node = new LinkedHashMap<String, Object>();
        node.put("@type", type);
        return node;
    }
}
