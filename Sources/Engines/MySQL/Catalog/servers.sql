SELECT Server_name, Wrapper, Host, Db, Username, Port, Socket, Owner, Password <> '' FROM mysql.servers
