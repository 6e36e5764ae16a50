/** Support of small and medium enterprises that bring patents to market: yearly reports and their review. */
@NullMarked
package org.tongban.sme;

import org.jspecify.annotations.NullMarked;
