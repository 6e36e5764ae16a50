/** Where everything stands that a person has going on, across programmes. */
@NullMarked
package org.tongban.core.overview;

import org.jspecify.annotations.NullMarked;
