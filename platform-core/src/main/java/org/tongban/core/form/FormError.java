package org.tongban.core.form;

import org.tongban.core.module.Title;
import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;

/** The refusals of the form endpoints. */
public enum FormError implements ErrorCode {
    UNKNOWN_FORM(
            "unknown-form",
            ErrorKind.NOT_FOUND,
            new Title("没有这个表单或版本，请查看表单清单", "There is no such form or version; see the list of forms."));

    private final String code;
    private final ErrorKind kind;
    private final Title title;

    FormError(String code, ErrorKind kind, Title title) {
        this.code = code;
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public Title title() {
        return title;
    }
}
