/** What is kept about people. */
@NullMarked
package org.torg.rest.privacy;

import org.jspecify.annotations.NullMarked;
