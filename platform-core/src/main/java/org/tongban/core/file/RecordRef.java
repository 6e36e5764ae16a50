package org.tongban.core.file;

import java.util.UUID;

/**
 * The record that takes files.
 *
 * @param type the kind of record, {@code module/noun}, as its {@link FileAccess} names it
 */
public record RecordRef(String type, UUID id) {}
