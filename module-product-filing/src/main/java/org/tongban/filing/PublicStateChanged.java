package org.tongban.filing;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * What the public sees a product as has changed: {@code filed}, {@code in-publicity} or {@code recognised} (PF-82).
 *
 * @param from the state before
 * @param to the state since
 */
@Serdeable
public record PublicStateChanged(UUID product, String from, String to) {}
