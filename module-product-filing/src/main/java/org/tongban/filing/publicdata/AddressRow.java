package org.tongban.filing.publicdata;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A product of which search engines are told. */
@MappedEntity(value = "public_product", schema = "product_filing")
record AddressRow(@Id UUID id, Instant changedAt) {}
