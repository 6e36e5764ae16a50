package org.tongban.core.document.pdf;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.context.MethodValueResolver;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.tongban.core.page.ClassPathTemplates;

/**
 * The templates {@code documents/<module>/<name>.hbs}, which are XHTML (CO-60). They stand in one of the layouts
 * {@code platform/certificate} and {@code platform/receipt}, and say what is said between holder and facts. Thread-safe.
 */
@Singleton
public class DocumentTemplates {
    private final ConcurrentMap<String, Template> templates = new ConcurrentHashMap<>();
    private final Handlebars handlebars =
            new Handlebars(new ClassPathTemplates("/documents/")).with(new ConcurrentMapTemplateCache());

    /** Refuses a template that is not there, or none. */
    public void demand(String template) {
        template(template);
    }

    /** The template filled in. */
    public String html(String template, Sheet sheet) {
        var context = Context.newBuilder(sheet)
                .resolver(MapValueResolver.INSTANCE, MethodValueResolver.INSTANCE)
                .build();
        try {
            return template(template).apply(context);
        } catch (IOException e) {
            throw new UncheckedIOException(template, e);
        }
    }

    private Template template(String name) {
        return templates.computeIfAbsent(name, key -> {
            try {
                return handlebars.compile(key);
            } catch (IOException e) {
                throw new IllegalArgumentException("no template documents/" + key + ".hbs", e);
            }
        });
    }
}
