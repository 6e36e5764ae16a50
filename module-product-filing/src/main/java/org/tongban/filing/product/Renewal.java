package org.tongban.filing.product;

import com.fasterxml.jackson.databind.JsonNode;

/** What the parts of a filed product come to with the figures of another year (PF-40). */
public record Renewal(JsonNode product, JsonNode patents, JsonNode evidence, int dataYear) {}
