/** The test kit: the platform with the module under test, a database and an object store, started once (CO-7). */
@NullMarked
package org.tongban.testkit;

import org.jspecify.annotations.NullMarked;
