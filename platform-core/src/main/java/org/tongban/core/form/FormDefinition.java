package org.tongban.core.form;

import org.tongban.core.module.Title;

/**
 * A registered form (CO-30). Its schema and UI schema lie in the module's jar at {@code forms/<id>.schema.json} and
 * {@code forms/<id>.ui.json}.
 *
 * @param id {@code module/form@version}, say {@code product-filing/product@1}
 */
public record FormDefinition(String id, Title title) {}
