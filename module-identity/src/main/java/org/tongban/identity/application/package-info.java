/** The applications of persons to handle an organisation's business (ID-14 to ID-18). */
@NullMarked
package org.tongban.identity.application;

import org.jspecify.annotations.NullMarked;
