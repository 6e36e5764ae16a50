/** Shows registered forms as pages: to be filled in and to be read, in both languages and without script. */
@NullMarked
package org.tongban.core.page.form;

import org.jspecify.annotations.NullMarked;
