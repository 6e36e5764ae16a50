package org.tongban.core.document;

import java.util.List;
import java.util.UUID;

/**
 * A document that was issued (CO-60).
 *
 * @param code by which anybody finds its state, in groups of four
 * @param address the page that says whether it is valid
 */
public record IssuedDocument(
        UUID id, String number, String code, String address, String holder, List<DocumentFact> facts) {}
