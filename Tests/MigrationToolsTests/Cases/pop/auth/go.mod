module example.com/auth

require (
	github.com/gobuffalo/pop/v6 v6.1.1
)
