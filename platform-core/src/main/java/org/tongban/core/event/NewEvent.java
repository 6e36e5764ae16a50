package org.tongban.core.event;

import java.util.UUID;

/**
 * An event to be published.
 *
 * @param aggregate what it happened to: its events come in their order
 * @param payload an instance of a declared {@link EventType}'s record
 */
public record NewEvent(UUID aggregate, Record payload) {}
