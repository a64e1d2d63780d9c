/** One's own pages: profile, password, second factor and the tokens of one's programs. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.me;
