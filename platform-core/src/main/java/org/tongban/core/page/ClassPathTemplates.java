package org.tongban.core.page;

import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.StringTemplateSource;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Loads templates from a folder of the class path and keeps every source: the loader of the library opens the jar at each
 * use of a partial. Thread-safe.
 */
public final class ClassPathTemplates extends AbstractTemplateLoader {
    private final ConcurrentMap<String, TemplateSource> sources = new ConcurrentHashMap<>();

    /**
     * The templates of a folder.
     *
     * @param folder begins and ends with a slash
     */
    public ClassPathTemplates(String folder) {
        setPrefix(folder);
        setSuffix(".hbs");
        setCharset(StandardCharsets.UTF_8);
    }

    @Override
    public TemplateSource sourceAt(String location) throws IOException {
        var known = sources.get(location);
        if (known != null) {
            return known;
        }
        var path = resolve(location);
        try (var stream = ClassPathTemplates.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new FileNotFoundException(path);
            }
            var source = new StringTemplateSource(path, new String(stream.readAllBytes(), getCharset()));
            sources.put(location, source);
            return source;
        }
    }
}
