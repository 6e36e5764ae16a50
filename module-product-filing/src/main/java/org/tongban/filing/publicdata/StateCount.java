package org.tongban.filing.publicdata;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** How many products stand in a public state. */
@MappedEntity(value = "public_count", schema = "product_filing")
record StateCount(@Id String state, long count, UUID lastEvent) {}
