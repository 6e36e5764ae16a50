package org.tongban.core.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;

/**
 * The words of the pages in one folder of views: {@code views/<folder>/words.zh.properties} and {@code words.en.properties}.
 * Both must hold the same keys. Immutable.
 */
public final class Words {
    private static final String ONE = ".one";

    private final Map<String, Title> titles;

    private Words(Map<String, Title> titles) {
        this.titles = titles;
    }

    /**
     * The words of a folder.
     *
     * @throws IllegalStateException if a key has no text in one of the languages
     */
    public static Words of(String folder) {
        var zh = read(folder, "zh");
        var en = read(folder, "en");
        var unpaired = new TreeSet<>(zh.keySet());
        unpaired.addAll(en.keySet());
        // Chinese has no plural: its text for one is its only text.
        unpaired.removeIf(key -> en.containsKey(key) && zh.containsKey(plural(key)));
        if (!unpaired.isEmpty()) {
            throw new IllegalStateException("views/" + folder + ": words in one language only: " + unpaired);
        }
        var titles = new HashMap<String, Title>();
        en.forEach((key, text) -> {
            var single = zh.getOrDefault(plural(key), text);
            titles.put(key, new Title(zh.getOrDefault(key, single), text));
        });
        return new Words(Map.copyOf(titles));
    }

    /** These words and those of {@code base} that they do not replace. */
    public Words over(Words base) {
        var all = new HashMap<>(base.titles);
        all.putAll(titles);
        return new Words(Map.copyOf(all));
    }

    /** The keys, for tests of completeness. */
    public Set<String> keys() {
        return titles.keySet();
    }

    /**
     * The text with {@code {0}}, {@code {1}} … replaced. Where the first value is the number 1 and the key has a sibling
     * ending in {@code .one}, that one is taken: English counts one thing differently.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public String text(Language language, String key, Object... values) {
        var one = values.length > 0 && values[0] instanceof Number count && count.longValue() == 1;
        var title = one && titles.containsKey(key + ONE) ? titles.get(key + ONE) : titles.get(key);
        if (title == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        var text = title.in(language);
        for (int i = 0; i < values.length; i++) {
            var value = values[i] instanceof Number number ? "%,d".formatted(number.longValue()) : values[i].toString();
            text = text.replace("{" + i + "}", value);
        }
        return text;
    }

    private static String plural(String key) {
        return key.endsWith(ONE) ? key.substring(0, key.length() - ONE.length()) : key;
    }

    private static Map<String, String> read(String folder, String language) {
        var path = "/views/" + folder + "/words." + language + ".properties";
        try (var stream = Words.class.getResourceAsStream(path)) {
            var properties = new Properties();
            if (stream != null) {
                properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
            var words = new HashMap<String, String>();
            properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
