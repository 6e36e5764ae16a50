package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/**
 * A registered form (CO-30). Its schema and UI schema lie in the module's jar at {@code forms/<id>.schema.json} and
 * {@code forms/<id>.ui.json}. Every version but the first brings an upgrade, or the day on which older drafts close, or
 * both (CO-32).
 *
 * @param id {@code module/form@version}, say {@code product-filing/product@1}
 * @param upgrade makes a document of the version before into one of this; null where there is no such way
 * @param olderDraftsUntil the last day of drafts of older versions; null where they stay open
 */
public record FormDefinition(
        String id,
        Title title,
        @Nullable UnaryOperator<JsonNode> upgrade,
        @Nullable LocalDate olderDraftsUntil) {
    /** The first version of a form. */
    public FormDefinition(String id, Title title) {
        this(id, title, null, null);
    }

    /** The same version with a way from the one before; the function gets a document of its own, which it may change. */
    public FormDefinition withUpgrade(UnaryOperator<JsonNode> fromTheVersionBefore) {
        return new FormDefinition(id, title, fromTheVersionBefore, olderDraftsUntil);
    }

    /** The same version, after whose start drafts of older ones may be changed and submitted to the end of this day. */
    public FormDefinition withOlderDraftsUntil(LocalDate lastDay) {
        return new FormDefinition(id, title, upgrade, lastDay);
    }

    /** The form of all versions, {@code module/form}. */
    String family() {
        return id.substring(0, id.lastIndexOf('@'));
    }

    /** Where the version stands among those of its form. */
    int number() {
        return Integer.parseInt(id.substring(id.lastIndexOf('@') + 1));
    }
}
