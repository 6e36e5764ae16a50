package org.tongban.filing.product;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whether the patents that a product is linked with are public (Fields 5.2). */
final class LinkedPatents {
    private static final String PUBLIC = "publicAtFiling";

    private LinkedPatents() {}

    static boolean isAnyHidden(Product product) {
        for (var link : Documents.read(product.patents()).path("patents")) {
            if (!link.path(PUBLIC).asBoolean(false)) {
                return true;
            }
        }
        return false;
    }

    /** The part with every patent made public. */
    static String allPublic(Product product) {
        var part = Documents.read(product.patents());
        part.path("patents").forEach(link -> ((ObjectNode) link).put(PUBLIC, true));
        return Documents.write(part);
    }
}
