package org.tongban.core.account;

import java.util.List;
import java.util.UUID;

/**
 * An organisation: one record over all programmes, keyed by its credit code.
 *
 * @param uscc the unified social credit code, canonical
 * @param region the province code, two digits and four zeros
 */
public record Organisation(UUID id, String uscc, String name, List<String> formerNames, String region) {}
