package org.tongban.pages;

import org.jspecify.annotations.Nullable;

/**
 * A test that names a rule by its tag.
 *
 * @param path the source file from the root
 * @param type the class
 * @param method the test; null where the class as a whole carries the tag
 */
public record TaggedTest(String path, String type, @Nullable String method) {}
