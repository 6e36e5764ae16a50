package org.tongban.core.web;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;

/**
 * The ETags of answers and how the headers of a request name them (CO-12). A record's tag is its version and the language
 * of the answer, since its titles are in one: {@code "7.en"}; a save heeds the version alone.
 */
public final class EntityTags {
    private static final String WEAK = "W/";
    private static final String ANY = "*";

    private EntityTags() {}

    /** The tag of a record of this version, shown in this language. */
    public static String of(long version, Language language) {
        return "\"" + version + "." + language.tag() + "\"";
    }

    /** Whether {@code If-None-Match} names the tag. */
    public static boolean names(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null && tags(ifNoneMatch).anyMatch(tag -> tag.equals(ANY) || tag.equals(etag));
    }

    /** Whether {@code If-Match} names the version, in whichever language it was read. */
    public static boolean names(String ifMatch, long version) {
        return tags(ifMatch)
                .anyMatch(tag -> tag.equals(ANY)
                        || tag.equals("\"" + version + "\"")
                        || Arrays.stream(Language.values()).anyMatch(language -> tag.equals(of(version, language))));
    }

    /** A proxy that compresses weakens the tag on its way: what it stands for stays the same. */
    private static Stream<String> tags(String header) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .map(tag -> tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag);
    }
}
