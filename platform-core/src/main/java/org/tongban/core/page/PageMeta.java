package org.tongban.core.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a page tells machines of itself (PO-6): its one address, the same page in the other language, and what schema.org
 * and Open Graph have words for. Thread-safe.
 */
@Singleton
class PageMeta {
    private static final String TYPE = "@type";
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final String publicUrl;
    private final Views views;
    private final Assets assets;

    PageMeta(@Value("${platform.public-url:}") String publicUrl, Views views, Assets assets) {
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
        this.views = views;
        this.assets = assets;
    }

    /**
     * What the layout says of it in its head.
     *
     * @param canonical empty where the page is not to be found by who searches the web
     * @param structured a graph of schema.org as JSON that may stand inside a script element
     */
    record Meta(
            String description,
            String canonical,
            List<Alternate> alternates,
            String locale,
            String image,
            String structured) {}

    /** The page in a language, or whichever language the browser wants. */
    record Alternate(String lang, String href) {}

    Meta of(PageAddress address, Page page) {
        var about = page.about();
        var description = about == null ? text(address, "site.description") : about.description();
        // A search is not a page of its own: its results are.
        boolean found = page.isForEverybody() && address.query().isEmpty();
        return new Meta(
                description,
                found ? url(address.to(address.path())) : "",
                found ? alternates(address) : List.of(),
                switch (address.language()) {
                    case ZH -> "zh_CN";
                    case EN -> "en_GB";
                },
                url(assets.href("card.png")),
                found ? json(graph(address, page, description)) : "");
    }

    private List<Alternate> alternates(PageAddress address) {
        // Only a page without parameters has them: a search is none.
        return PageAddress.languages(address.path()).entrySet().stream()
                .map(page -> new Alternate(page.getKey(), url(page.getValue())))
                .toList();
    }

    private Map<String, Object> graph(PageAddress address, Page page, String description) {
        var site = Map.of("@id", url("/#site"));
        var shown = node("WebPage");
        shown.put("url", url(address.to(address.path())));
        shown.put("name", page.title());
        shown.put("description", description);
        shown.put("inLanguage", address.language().tag());
        shown.put("isPartOf", site);
        var changed = page.changedAt();
        if (changed != null) {
            shown.put("dateModified", changed.toString());
        }
        if (!page.crumbs().isEmpty()) {
            shown.put("breadcrumb", breadcrumb(address, page));
        }
        var about = page.about();
        if (about != null && !about.entity().isEmpty()) {
            shown.put("mainEntity", about.entity());
        }
        var graph = new LinkedHashMap<String, Object>();
        graph.put("@context", "https://schema.org");
        graph.put("@graph", List.of(site(address), shown));
        return graph;
    }

    private Map<String, Object> site(PageAddress address) {
        var site = node("WebSite");
        site.put("@id", url("/#site"));
        site.put("url", url("/"));
        site.put("name", text(address, "site.name"));
        var search = node("SearchAction");
        search.put("target", url("/search?q={q}"));
        search.put("query-input", "required name=q");
        site.put("potentialAction", search);
        return site;
    }

    private Map<String, Object> breadcrumb(PageAddress address, Page page) {
        var steps = new ArrayList<Map<String, Object>>();
        for (var crumb : page.crumbs()) {
            var step = node("ListItem");
            step.put("position", steps.size() + 1);
            step.put("name", crumb.title());
            step.put("item", url(crumb.href() == null ? address.to(address.path()) : crumb.href()));
            steps.add(step);
        }
        var list = node("BreadcrumbList");
        list.put("itemListElement", steps);
        return list;
    }

    private static Map<String, Object> node(String type) {
        var node = new LinkedHashMap<String, Object>();
        node.put(TYPE, type);
        return node;
    }

    private static String json(Map<String, Object> graph) {
        try {
            // No text of a record ends the element that this stands in.
            return MAPPER.writeValueAsString(graph)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(String path) {
        return publicUrl + path;
    }

    private String text(PageAddress address, String key) {
        return views.words("page/layout").text(address.language(), key);
    }
}
