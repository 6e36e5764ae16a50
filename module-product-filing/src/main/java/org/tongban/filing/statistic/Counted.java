package org.tongban.filing.statistic;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * How many are counted under one value in one state and year.
 *
 * @param dimension {@code state}, {@code industry} or {@code province}
 * @param value the division of GB/T 4754 or the first two digits of the province; empty where the state alone is counted
 */
@MappedEntity(value = "statistic", schema = "product_filing")
record Counted(@Id String dimension, int year, String value, String state, long count) {}
