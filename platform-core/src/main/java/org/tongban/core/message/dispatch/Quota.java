package org.tongban.core.message.dispatch;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * How many messages a recipient was counted for on a day, those just asked for among them.
 *
 * @param recipient the blind index in hexadecimal
 * @param template empty for all of them together
 */
@MappedEntity(value = "message_quota", schema = "core")
record Quota(@Id String recipient, String template, int used) {}
