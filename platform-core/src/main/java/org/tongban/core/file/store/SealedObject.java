package org.tongban.core.file.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.tongban.core.crypto.Encrypted;

/** The key that one object of the store is sealed with, itself sealed by the master key. */
@MappedEntity(schema = "core", value = "sealed_object")
record SealedObject(@Id String key, Encrypted dataKey) {}
