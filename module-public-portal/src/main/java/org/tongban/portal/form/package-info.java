/** The pages of public forms, step by step and without script: asked from their schema, whatever module they are of. */
@NullMarked
package org.tongban.portal.form;

import org.jspecify.annotations.NullMarked;
