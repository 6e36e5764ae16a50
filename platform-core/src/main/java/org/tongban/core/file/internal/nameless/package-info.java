/** What pictures and PDFs say beside what they show, taken out of them. */
@NullMarked
package org.tongban.core.file.internal.nameless;

import org.jspecify.annotations.NullMarked;
