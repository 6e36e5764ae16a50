package org.tongban.filing.product;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a product is called.
 *
 * @param number its filing number; null of one that was never filed
 */
@Introspected
public record Named(UUID id, String name, @Nullable String number) {}
