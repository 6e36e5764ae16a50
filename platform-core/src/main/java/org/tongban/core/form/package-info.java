/** Forms: JSON Schema documents with a UI schema, checked the same way for drafts, submits and request bodies. */
@NullMarked
package org.tongban.core.form;

import org.jspecify.annotations.NullMarked;
