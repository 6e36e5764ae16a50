package org.tongban.core.event;

/**
 * A kind of domain event (CO-50).
 *
 * @param id {@code module.noun-participle}, say {@code product-filing.product-filed}
 * @param payload the record that carries it, in the module's published root package
 */
public record EventType(String id, Class<? extends Record> payload) {}
