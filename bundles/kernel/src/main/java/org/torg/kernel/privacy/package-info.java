/** Personal data: the keys by which it is encrypted, what is kept of a person, and how it goes. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.privacy;
