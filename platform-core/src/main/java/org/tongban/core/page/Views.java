package org.tongban.core.page;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.context.MethodValueResolver;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renders the templates {@code views/<name>.hbs}; values are escaped (PO-5). A template is read and compiled once.
 * Thread-safe.
 *
 * <p>Helpers: {@code t} gives a text of {@link Words} by its key, {@code href} a link that keeps the language, its parts put
 * together, {@code asset} the address of a file of {@link Assets}, {@code n} a number with its groups, {@code view} the
 * partial of a folder that is called as the record it shows, {@code text} what somebody wrote, with its language where that
 * is not the page's, {@code han} the attribute that says so of a control which holds it.
 */
@Singleton
public class Views {
    private static final String ADDRESS = "address";
    private static final String WORDS = "words";

    private final ConcurrentMap<String, Template> templates = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Words> words = new ConcurrentHashMap<>();
    private final Words common = Words.of("page");
    private final Handlebars handlebars;

    Views(Assets assets) {
        this.handlebars = new Handlebars(new ClassPathTemplates("/views/"))
                .with(new ConcurrentMapTemplateCache())
                .prettyPrint(true)
                // A form's groups hold fields, which may be groups.
                .infiniteLoops(true);
        handlebars.registerHelper("t", (Helper<String>) (key, options) -> {
            var address = Views.<PageAddress>data(options, ADDRESS);
            return Views.<Words>data(options, WORDS).text(address.language(), key, options.params);
        });
        handlebars.registerHelper("href", (Helper<String>) (path, options) -> Views.<PageAddress>data(options, ADDRESS)
                .to(path + Stream.of(options.params).map(Object::toString).collect(Collectors.joining())));
        handlebars.registerHelper("view", (Helper<String>) (folder, options) ->
                folder + "/" + options.param(0).getClass().getSimpleName().toLowerCase(Locale.ROOT));
        handlebars.registerHelper("asset", (Helper<String>) (name, options) -> assets.href(name));
        handlebars.registerHelper("text", (Helper<Object>) (text, options) -> HanText.marked(
                text == null ? "" : text.toString(),
                Views.<PageAddress>data(options, ADDRESS).language()));
        handlebars.registerHelper("han", (Helper<Object>) (text, options) -> HanText.attribute(
                text == null ? "" : text.toString(),
                Views.<PageAddress>data(options, ADDRESS).language()));
        handlebars.registerHelper("n", (Helper<Number>) (number, options) -> "%,d".formatted(number.longValue()));
    }

    /** The view filled with {@code model}: a map or public records, whose components are reached by name. */
    public String render(String view, Object model, PageAddress address) {
        var context = Context.newBuilder(model)
                .resolver(MapValueResolver.INSTANCE, MethodValueResolver.INSTANCE)
                .build()
                .data(Map.of(ADDRESS, address, WORDS, words(view)));
        try {
            return template(view).apply(context);
        } catch (IOException e) {
            throw new UncheckedIOException(view, e);
        }
    }

    /** The words of a view: those of its folder over those of all pages. */
    public Words words(String view) {
        var folder = view.substring(0, view.lastIndexOf('/'));
        return words.computeIfAbsent(folder, name -> Words.of(name).over(common));
    }

    private Template template(String view) {
        return templates.computeIfAbsent(view, name -> {
            try {
                return handlebars.compile(name);
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        });
    }

    private static <T> T data(Options options, String name) {
        T value = options.data(name);
        if (value == null) {
            throw new IllegalStateException("a view without " + name);
        }
        return value;
    }
}
